const byId = (id) => document.getElementById(id);
const [personBox, chatList, messageList] = ["person", "chats", "messages"].map(byId);
const [notice, form, textBox, fileBox, clock] = ["notice", "form", "text", "file", "clock"].map(
  byId,
);

let chat;
let since = 0;
const shown = new Map();

const element = (tag, text, ...children) => {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  node.append(...children);
  return node;
};

async function call(path, options) {
  const response = await fetch(`/playground/${path}`, options);
  const body = await response.json();
  if (!response.ok) throw new Error(body.error);
  return body;
}

const post = (path, body) =>
  call(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const here = () => ({ person: Number(personBox.value), chat });

/** Shows what went wrong instead of losing it. */
const trying =
  (deed) =>
  async (...args) => {
    try {
      notice.textContent = "";
      await deed(...args);
    } catch (error) {
      notice.textContent = error.message;
    }
  };

function buttonOf(message, button) {
  const node = element("button", button.label);
  node.disabled = button.data === undefined;
  node.onclick = trying(async () => {
    const tapped = { ...here(), message: message.key, data: button.data };
    const { answer } = await post("tap", tapped);
    notice.textContent = answer.text ?? "";
  });
  return node;
}

function show(message) {
  const old = shown.get(message.key);
  if (message.deleted) {
    old?.remove();
    return;
  }
  const time = new Date(message.date * 1000).toLocaleString("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
  });
  const marks = [message.edited && "đã sửa", message.ephemeral && "chỉ bạn thấy"];
  const head = [message.from, time, ...marks].filter(Boolean).join(" · ");
  const item = element("li", "", element("small", head), element("span", message.text));
  if (message.file) {
    const link = element("a", message.file.name);
    link.href = `/playground/files/${message.file.id}`;
    item.append(element("div", "", link));
  }
  for (const row of message.buttons) {
    item.append(element("div", "", ...row.map((button) => buttonOf(message, button))));
  }
  if (old) old.replaceWith(item);
  else messageList.append(item);
  shown.set(message.key, item);
  item.scrollIntoView({ block: "nearest" });
}

async function refresh() {
  const { now } = await call("clock");
  clock.textContent = new Date(now).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });
  if (chat === undefined) return;
  const asked = here();
  const query = new URLSearchParams({ ...asked, since });
  const { messages, revision } = await call(`messages?${query}`);
  if (asked.chat !== chat || asked.person !== here().person) return;
  since = revision;
  messages.forEach(show);
}

function openChat(id) {
  chat = id;
  since = 0;
  shown.clear();
  messageList.replaceChildren();
}

const loadChats = trying(async () => {
  const { chats } = await call(`chats?person=${personBox.value}`);
  openChat(chats[0]?.id);
  const nodes = chats.map(({ id, title }) => {
    const node = element("button", title);
    node.setAttribute("aria-current", String(id === chat));
    node.onclick = trying(async () => {
      openChat(id);
      for (const other of nodes) other.setAttribute("aria-current", String(other === node));
      await refresh();
    });
    return node;
  });
  chatList.replaceChildren(...nodes);
  await refresh();
});

form.onsubmit = (event) => {
  event.preventDefault();
  trying(async () => {
    const [file] = fileBox.files;
    if (file) {
      const query = new URLSearchParams({ ...here(), name: file.name, caption: textBox.value });
      const headers = { "content-type": "application/octet-stream" };
      await call(`upload?${query}`, { method: "POST", headers, body: file });
    } else if (textBox.value.trim() !== "") {
      await post("say", { ...here(), text: textBox.value });
    }
    form.reset();
    await refresh();
  })();
};

const { persons } = await call("persons");
personBox.replaceChildren(
  ...persons.map(({ id, name }) => {
    const option = element("option", name);
    option.value = String(id);
    return option;
  }),
);
personBox.onchange = loadChats;
await loadChats();
setInterval(trying(refresh), 1000);
