// The page's side of the stand-in, put together: what it shows, and what it may do.
import { createSwitches, type Switches } from "../api/switches.ts";
import type { House } from "../house.ts";
import type { Playing } from "../people/sent-message.ts";
import { type BusySign, createBusySign } from "./busy.ts";
import { type Cast, createCast } from "./cast.ts";
import { type ClockStops, createClockStops } from "./clock-stops.ts";
import { deskOf } from "./desk.ts";
import { createHub, type Hub } from "./hub.ts";
import { createStaged, type Staging } from "./staged.ts";
import { createTrail, type Trail } from "./trail.ts";

export type Page = {
  playing: Playing;
  house: House | undefined;
  cast: Cast;
  busy: BusySign;
  stops: ClockStops;
  switches: Switches;
  staged: Staging;
  trail: Trail;
  hub: Hub;
  close: () => void;
};

/** Tables whose rows the desk is made of. */
const onDesk = new Set(["user", "chat", "message", "read"]);
/** The clock's stops move on by themselves. */
const lookAgainMs = 30_000;

export function createPage(playing: Playing, house: House | undefined): Page {
  const { world, faults, polling, typing, log } = playing.backend;
  const cast = createCast(world, house);
  const busy = createBusySign();
  const stops = createClockStops(house, busy);
  const switches = createSwitches(faults, polling);
  const staged = createStaged();
  const trail = createTrail(world, log.last);
  const parts = { world, house, cast, typing, busy, stops, switches };
  const hub = createHub({ world, cast, desk: () => deskOf(parts), lastCall: log.last });

  for (const signal of [typing.changed, busy.changed, stops.changed, switches.changed]) {
    signal.listen(hub.deskChanged);
  }
  world.store.changed.listen((table) => {
    if (onDesk.has(table)) hub.deskChanged();
  });
  world.messageChanged.listen(({ record }) => {
    hub.messageChanged(record);
    if (hub.hasListeners()) stops.refresh();
  });
  world.cleared.listen(() => {
    staged.clear();
    hub.deskChanged();
  });
  log.finished.listen(({ method }) => {
    if (method !== "getUpdates") hub.callMade();
  });
  const lookAgain = setInterval(() => {
    if (hub.hasListeners()) stops.refresh();
  }, lookAgainMs).unref();

  return {
    playing,
    house,
    cast,
    busy,
    stops,
    switches,
    staged,
    trail,
    hub,
    close: () => {
      clearInterval(lookAgain);
      stops.close();
      hub.close();
    },
  };
}
