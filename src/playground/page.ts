/**
 * The page before its script runs: a bar and grey rows where the chats will be, so that something
 * is there at once. The script takes all of it away. Everything said later are text nodes.
 */
const row = `<div class="skeleton-row"><div class="skeleton-avatar"></div><div class="skeleton-lines"><div></div><div></div></div></div>`;

export const pageHtml = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>Đôn Đốc</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/playground/app.css">
<link rel="modulepreload" href="/playground/app.js">
<script type="module" src="/playground/app.js"></script>
</head>
<body>
<div id="app">
<div class="skeleton">
<div class="skeleton-bar">Đôn Đốc</div>
<div class="skeleton-list">${row.repeat(8)}</div>
<div class="skeleton-pane"></div>
</div>
</div>
<noscript><p class="no-script">Trang này cần JavaScript. This page needs JavaScript.</p></noscript>
</body>
</html>
`;
