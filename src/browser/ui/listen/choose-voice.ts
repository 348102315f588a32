export type VoiceTraits = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

/** Ranks voices of Mandarin; null for other languages. Voices of Hong Kong and `yue` speak Cantonese. */
function rankLanguage(lang: string): number | null {
  const tag = lang.toLowerCase().replaceAll("_", "-");
  if (!/^(?:zh|cmn)(?:-|$)/.test(tag) || /\b(?:hk|mo|yue|hak|nan)\b/.test(tag)) return null;
  if (/\b(?:tw|hant)\b/.test(tag)) return 2;
  return /\bsg\b/.test(tag) ? 1 : 0;
}

/** Chooses a voice of Mandarin: the mainland's before others, then one of the device, then the default one. */
export function chooseVoice<V extends VoiceTraits>(voices: readonly V[]): V | null {
  const ranked = voices.flatMap((voice) => {
    const language = rankLanguage(voice.lang);
    if (language === null) return [];
    return [{ voice, rank: language * 4 + (voice.localService ? 0 : 2) + (voice.default ? 0 : 1) }];
  });
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.voice ?? null;
}

/** Some web views of Android have no speech at all. */
export function hasVoice({ speechSynthesis: synthesis }: Window): boolean {
  return synthesis !== undefined && chooseVoice(synthesis.getVoices()) !== null;
}
