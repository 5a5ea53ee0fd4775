/** The type of a PNG or JPEG by its bytes; whatever else a file calls itself, it is none. */
export function pictureType(data: Buffer): "image/png" | "image/jpeg" | undefined {
  if (data.subarray(0, 8).equals(pngHead) && data.toString("latin1", 12, 16) === "IHDR") {
    return "image/png";
  }
  return data.subarray(0, 3).equals(jpegHead) ? "image/jpeg" : undefined;
}

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegHead = Buffer.from([0xff, 0xd8, 0xff]);
