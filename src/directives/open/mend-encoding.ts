import { fromTcvn3, fromVni } from "./old-fonts.ts";
import { vietnameseShare } from "./vietnamese-share.ts";

/** Of real Vietnamese text nearly all; of text in a wrong encoding few. */
const ENOUGH = 0.75;
/** Too few words say nothing. */
const FEW = 5;

/** As much of a text as tells its encoding. */
const SAMPLE = 100_000;

type Sliced<Source> = { slice: (from: number, to: number) => Source };

/** Of several readings of one source the one that is most Vietnamese, else the first. */
export const mostVietnamese = <Source extends Sliced<Source>>(
  source: Source,
  readings: readonly [(source: Source) => string, ...((source: Source) => string)[]],
): string => {
  const sample = source.slice(0, SAMPLE);
  let [best] = readings;
  let bestShare = ENOUGH;
  for (const read of readings) {
    const { marked, share } = vietnameseShare(read(sample));
    if (marked < FEW || share <= bestShare) continue;
    [best, bestShare] = [read, share];
    if (share > 0.95) break;
  }
  return best(source);
};

/** Text in letters of an old font comes out in Unicode; any other as it is. */
export const mendOldFont = (text: string): string =>
  mostVietnamese(text, [(same) => same, fromTcvn3, fromVni]);

const ILLEGIBLE = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u;

/** Made of signs that mean nothing: the font kept its letters to itself. */
export const isIllegible = (text: string): boolean => {
  let signs = 0;
  let bad = 0;
  for (const sign of text) {
    if (/\s/.test(sign)) continue;
    signs += 1;
    if (ILLEGIBLE.test(sign)) bad += 1;
  }
  return signs > 0 && bad / signs > 0.2;
};
