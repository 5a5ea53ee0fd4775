const WIDEST = 360;
const TALLEST = 380;

/** The size at which a photo is shown in a message, its shape kept; odd measures become a square. */
export function fittedSize(width: number, height: number): { width: number; height: number } {
  if (!(width > 0 && height > 0)) return { width: 240, height: 240 };
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  return {
    width: Math.max(48, Math.round(width * scale)),
    height: Math.max(48, Math.round(height * scale)),
  };
}
