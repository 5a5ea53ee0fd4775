// What officials proposed for their own agencies.
import type { ProposalDraft } from "../plan/draft.ts";
import type { Scene } from "./scene.ts";

export const proposals = ({ days }: Scene): ProposalDraft[] => [
  {
    key: "proposed-legal-aid",
    proposer: "stp",
    agency: "STP",
    content: "Mở điểm tư vấn pháp luật lưu động tại 12 xã vùng cao",
    area: "institutions",
    ago: 5,
    due: { on: days.inDays(45) },
  },
  {
    key: "proposed-assistant",
    proposer: "skhcn",
    agency: "SKHCN",
    content: "Thử nghiệm trợ lý ảo hướng dẫn hồ sơ cho Trung tâm Phục vụ hành chính công cấp xã",
    area: "digital-government",
    deliverable: "Báo cáo thử nghiệm tại 3 xã",
    ago: 4,
    due: { on: days.inDays(60) },
  },
  {
    key: "proposed-trip",
    proposer: "stc",
    agency: "STC",
    content: "Tổ chức đoàn học tập kinh nghiệm quản lý tài sản công",
    area: "public-finance",
    ago: 24,
    due: { on: days.inDays(20) },
    declined: { ago: 22, reason: "chưa bố trí được kinh phí trong năm" },
  },
];
