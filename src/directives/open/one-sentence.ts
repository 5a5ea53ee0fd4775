// A sentence that goes on in what stands as a paragraph of its own: programs that read scans make
// one of each line.
const ENDS = /[.;:!?/]$/;
const SMALL_LETTER = /^\p{Ll}(?![).])/u;
const ITEM = /^([-–—+•]|\d{1,2}(\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}[.)])\s/;
/** Words that nothing ends with. */
const OPEN = /(,|(^|\s)(ngày|tháng|quý|năm|số|và|hoặc|của|cho|tại|với|theo|trước|sau|từ|đến))$/u;

/** `above` is not over, and `line` can be more of it. Both trimmed. */
export const isOneSentence = (above: string, line: string): boolean =>
  !ENDS.test(above) && !ITEM.test(line) && (SMALL_LETTER.test(line) || OPEN.test(above));
