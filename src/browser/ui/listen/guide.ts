import { lerp } from "../../../core/lib/math.ts";
import { toScalar } from "../../../core/model/position.ts";
import { ENTER_END, REST_AT } from "../../../core/model/timing.ts";
import type { ViewMode } from "../../../core/model/view-mode.ts";
import { cardAt } from "../modes/cards.ts";
import type { ModeController } from "../modes/mode-controller.ts";

/** Leads the reader to the spoken line. It belongs to the page: the player's imports would split the page's script. */
export interface Guide {
  readonly mode: () => ViewMode;
  /** Step whose picture or text the reader sees; the last one also below the story. */
  readonly step: () => number;
  /** The reader's position as a number. */
  readonly place: () => number;
  /** Moves to a step when `share` of its lines are spoken: a scrubbed picture moves on with the voice. */
  readonly go: (step: number, share: number) => void;
}

export function createGuide(reader: ModeController, steps: number): Guide {
  return {
    mode: reader.mode,
    step: () => Math.min(cardAt(reader.at(), steps), steps - 1),
    place: () => toScalar(reader.at()),
    go(step, share) {
      // The text stands from the end of the entry to the step's rest.
      const progress = lerp(ENTER_END, REST_AT, reader.mode() === "cards" ? 1 : share);
      reader.go({ step, progress: step === 0 && reader.mode() === "scroll" ? 0 : progress });
    },
  };
}
