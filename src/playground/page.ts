/** The bare page for people, until the real one comes. All text reaches it as text nodes. */
export const pageHtml = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sân chơi Telegram</title>
<link rel="stylesheet" href="/playground/app.css">
<script type="module" src="/playground/app.js"></script>
</head>
<body>
<header>
  <label>Người dùng <select id="person"></select></label>
  <span id="clock"></span>
</header>
<main>
  <nav id="chats" aria-label="Các cuộc trò chuyện"></nav>
  <section>
    <ol id="messages" aria-live="polite"></ol>
    <p id="notice" role="status"></p>
    <form id="form">
      <input id="text" autocomplete="off" aria-label="Tin nhắn" placeholder="Nhắn tin…">
      <input id="file" type="file" aria-label="Tệp">
      <button>Gửi</button>
    </form>
  </section>
</main>
</body>
</html>
`;

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
