/** The package's own types allow only eleven offsets and list removed options; this declares what its code accepts. */
declare module "scrollama" {
  export interface StepEvent {
    readonly element: HTMLElement;
    readonly index: number;
    readonly direction: "up" | "down";
  }
  export interface Scroller {
    setup(options: { step: readonly HTMLElement[]; offset: number | `${number}px` }): Scroller;
    onStepEnter(heard: (event: StepEvent) => void): Scroller;
    onStepExit(heard: (event: StepEvent) => void): Scroller;
    resize(): Scroller;
    destroy(): void;
  }
  export default function scrollama(): Scroller;
}
