// What somebody would have typed for what they did. `{NV}` stands for the task's code.
import { type CivilDate, partsOf } from "#src/calendar/civil-date.ts";
import { written } from "./days.ts";
import type { Deed } from "./deed.ts";

const shortDay = (on: CivilDate): string => {
  const { month, day } = partsOf(on);
  return `${day}/${month}`;
};

type Typing = {
  on: CivilDate;
  /** The agency that is spoken of, where it must be named: by those of another one. */
  agency: string | null;
};

/** The command behind a deed. */
export const spoken = (deed: Deed, { on, agency }: Typing): string => {
  const about = agency === null ? "{NV}" : `{NV} ${agency}`;
  switch (deed.kind) {
    case "received":
      return `/nhan ${about}`;
    case "held":
      return `/phutrach ${about} tôi`;
    case "progressed":
      return `/tiendo ${about}${deed.percent === null ? "" : ` ${deed.percent}%`} ${deed.note}`;
    case "submitted": {
      const document = deed.number === null ? "" : ` số ${deed.number} ngày ${shortDay(on)}`;
      return `/hoanthanh ${about}${document} ${deed.note}`.trim();
    }
    case "confirmed":
      return `/xacnhan ${about}`;
    case "returned":
      return `/tralai ${about} ${deed.reason}`;
    case "extension_asked":
      return `/giahan ${about} ${written(deed.to)} ${deed.reason}`;
    case "extension_granted":
      return `/duyet ${about} theo ${deed.authority}`;
    case "extension_rejected":
      return `/tuchoi ${about} ${deed.reason}`;
    case "blocker_raised":
      return `/vuongmac ${about} ${deed.text}`;
    case "blocker_answered":
    case "explanation_answered":
      return `/traloi ${about} ${deed.text}`;
    case "blocker_closed":
      return `/dong ${about}`;
    case "explanation_asked":
      return `/giaitrinh ${about} hạn ${written(deed.dueOn)} ${deed.text}`;
    case "contradicted":
      return `/khongdung ${about} ${deed.reason}`;
    case "paused":
      return `/tamdung ${about} ${deed.reason}`;
    case "resumed":
      return `/tieptuc ${about}`;
    case "cancelled":
      return `/huy ${about} ${deed.reason}`;
    case "transferred":
      return `/chuyen ${about} sang ${deed.to} theo ${deed.authority}`;
    case "nudged":
      return `/dondoc ${about}`;
  }
};
