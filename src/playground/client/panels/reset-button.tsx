// Plants the province anew; asks once before.
import { useState } from "preact/hooks";

import { trying } from "../actions.ts";
import { post } from "../api.ts";
import { ResetIcon } from "../shell/icons.tsx";
import { Modal } from "../shell/modal.tsx";
import { desk, toast } from "../state.ts";
import { say } from "../words.ts";
import * as words from "../words-panels.ts";
import { BarButton } from "./bar-button.tsx";
import { letGo } from "./tour-now.ts";

/** The tour and all else follow the new province by its epoch. */
async function reset(): Promise<void> {
  letGo();
  const isDone = await trying(async () => {
    await post("reset", {});
  });
  if (isDone) toast(say(words.resetDone));
}

const Question = ({ shut }: { shut: () => void }) => (
  <Modal title={say(words.resetTitle)} onClose={shut}>
    <p>{say(words.resetAsk)}</p>
    <form
      method="dialog"
      class="dialog-buttons"
      onSubmit={(event) => {
        if (event.submitter?.getAttribute("value") === "yes") void reset();
      }}
    >
      <button type="submit" class="button" value="no">
        {say(words.resetNo)}
      </button>
      <button type="submit" class="button primary" value="yes">
        {say(words.resetYes)}
      </button>
    </form>
  </Modal>
);

export const ResetButton = () => {
  const [isAsking, setAsking] = useState(false);
  const now = desk.value;
  if (now === null || !now.canReset) return null;
  return (
    <>
      <BarButton
        label={say(words.resetTitle)}
        disabled={now.busy !== null}
        onClick={() => setAsking(true)}
      >
        <ResetIcon />
      </BarButton>
      {isAsking && <Question shut={() => setAsking(false)} />}
    </>
  );
};
