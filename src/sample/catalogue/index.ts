// All tasks of the sample.
import type { SingleDraft } from "../plan/draft.ts";
import { civilService } from "./civil-service.ts";
import { digitalGovernment } from "./digital-government.ts";
import { direction } from "./direction.ts";
import { institutions } from "./institutions.ts";
import { organisation } from "./organisation.ts";
import { procedures } from "./procedures.ts";
import { publicFinance } from "./public-finance.ts";
import type { Scene } from "./scene.ts";

export { fans, recurring } from "./everybody.ts";
export { proposals } from "./proposals.ts";
export { type Scene, sceneOf } from "./scene.ts";

export const singles = (scene: Scene): SingleDraft[] => [
  ...institutions(scene),
  ...procedures(scene),
  ...organisation(scene),
  ...civilService(scene),
  ...publicFinance(scene),
  ...digitalGovernment(scene),
  ...direction(scene),
];
