import { encode } from "uqr";

/** A QR code as a picture inside HTML: one path, sharp at any size. */
export const qrSvg = (text: string): string => {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data
    .flatMap((cells, y) => cells.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img"><path d="${path}"/></svg>`;
};
