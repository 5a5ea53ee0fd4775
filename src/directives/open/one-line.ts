/** Spaces of every kind become one; none at the ends. */
export const oneLine = (text: string): string => text.replace(/[\s\u200b]+/g, " ").trim();
