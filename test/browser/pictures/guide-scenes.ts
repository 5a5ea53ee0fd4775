// What docs/huong-dan.md shows, in its order.
import type { Locator } from "playwright-core";
import { report } from "../support/files-to-send.ts";
import { ADMIN, CHAIRMAN, COMMITTEE, FINANCE, SECRETARY } from "../support/people.ts";
import type { Visitor } from "../support/visitor.ts";
import { asGuided, fromItsBeginning } from "./as-guided.ts";
import type { Scene } from "./scene.ts";

/** One sentence of a part of the guide, said by its person on a phone. */
const asks =
  (person: string, part: number, command: string) =>
  async (visitor: Visitor): Promise<Locator> => {
    await visitor.leaveTour();
    const chat = await visitor.openChat(person);
    await fromItsBeginning(await asGuided(chat, part, command));
    return chat.pane;
  };

export const guideScenes: readonly Scene[] = [
  { name: "can-bo-viec", view: "phone", arrange: asks(FINANCE, 1, "/viec") },
  {
    name: "can-bo-nop",
    view: "phone",
    arrange: async (visitor) => {
      await visitor.leaveTour();
      const official = await visitor.openChat(FINANCE);
      await asGuided(official, 1, "/giahan");
      await official.attach(report("412-TTr-STC.pdf"));
      await asGuided(official, 1, "/hoanthanh");
      return official.pane;
    },
  },
  { name: "thuong-truc-giao", view: "phone", arrange: asks(SECRETARY, 2, "/giao") },
  { name: "thuong-truc-cho-xu-ly", view: "phone", arrange: asks(SECRETARY, 2, "/choxuly") },
  { name: "thuong-truc-xac-nhan", view: "phone", arrange: asks(SECRETARY, 2, "/xacnhan NV-002") },
  { name: "thuong-truc-xem-truoc", view: "phone", arrange: asks(SECRETARY, 2, "/xemtruoc") },
  { name: "lanh-dao-qua-han", view: "phone", arrange: asks(CHAIRMAN, 3, "/quahan") },
  { name: "lanh-dao-quyet-dinh", view: "phone", arrange: asks(CHAIRMAN, 3, "/choxuly") },
  {
    name: "quan-tri-nhom",
    view: "phone",
    arrange: async (visitor) => {
      await visitor.leaveTour();
      const group = await visitor.openChat(COMMITTEE);
      await group.become(ADMIN);
      await asGuided(group, 4, "/nhom");
      return group.pane;
    },
  },
  {
    name: "quan-tri-moi-cai-dat",
    view: "phone",
    arrange: async (visitor) => {
      await visitor.leaveTour();
      const admin = await visitor.openChat(ADMIN);
      await asGuided(admin, 4, "/caidat");
      await asGuided(admin, 4, "/moi cán bộ");
      return admin.pane;
    },
  },
];
