// What README.md shows first.
import { COMMITTEE, FINANCE, SECRETARY } from "../support/people.ts";
import { asGuided, fromItsBeginning, untilRead } from "./as-guided.ts";
import type { Scene } from "./scene.ts";

export const readmeScenes: readonly Scene[] = [
  {
    name: "ban-lam-viec",
    view: "desk",
    arrange: async (visitor) => {
      await visitor.leaveTour();
      await asGuided(visitor.chat(FINANCE), 1, "/tiendo");
      const secretary = visitor.chat(SECRETARY);
      await secretary.says("/choxuly STC");
      await secretary.hears("Đề nghị gia hạn");
      await untilRead(secretary);
      return null;
    },
  },
  {
    name: "tien-do",
    view: "phone",
    arrange: async (visitor) => {
      await visitor.leaveTour();
      const official = await visitor.openChat(FINANCE);
      await asGuided(official, 1, "/tiendo");
      return official.pane;
    },
  },
  {
    name: "xep-hang",
    view: "phone",
    // Wide enough for all columns.
    size: { width: 860, height: 780 },
    scale: 1,
    arrange: async (visitor) => {
      await visitor.leaveTour();
      const committee = await visitor.openChat(COMMITTEE);
      const ranking = await committee.shows("Kết quả thực hiện nhiệm vụ tuần");
      await fromItsBeginning(ranking);
      return committee.pane;
    },
  },
  {
    name: "tham-quan",
    view: "desk",
    arrange: async (visitor) => {
      await visitor.openTour();
      await visitor.tapTour(1);
      await untilRead(visitor.chat(SECRETARY), visitor.chat(FINANCE));
      return null;
    },
  },
  {
    name: "phia-sau",
    view: "desk",
    size: { width: 1000, height: 860 },
    numbersVary: true,
    arrange: async (visitor) => {
      await visitor.leaveTour();
      await visitor.openGlass();
      await asGuided(await visitor.openChat(FINANCE), 1, "/tiendo");
      await visitor.glass.getByText("sendMessage").first().waitFor();
      return null;
    },
  },
];
