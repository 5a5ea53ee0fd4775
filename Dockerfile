# The bot against Telegram. Without BOT_TOKEN it would serve its playground on the container's own
# loopback, where nobody sees it: for the playground use `npm start` on your machine.
#   docker build -t dondoc . && docker run --env-file .env -v dondoc:/data -p 8080:8080 dondoc

# ── The Prisma client, generated ────────────────────────────────────────────────────────────────
FROM node:24-slim AS generated
WORKDIR /app
# Scripts off: the npm package `node` would fetch the Node that this image has, and Prisma an engine
# that nothing here runs. Any existing file passes for that engine.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/app/package.json CHECKPOINT_DISABLE=1 PRISMA_HIDE_UPDATE_MESSAGE=1
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY prisma ./prisma
RUN node node_modules/prisma/build/index.js generate --no-hints

# ── What runs ───────────────────────────────────────────────────────────────────────────────────
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data PORT=8080
COPY package.json package-lock.json ./
# The command line of Prisma and the npm package `node` have done their work, and of Prisma's query
# compilers only PostgreSQL's is used: 420 MB become 110.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && npm uninstall --omit=dev --ignore-scripts --no-audit --no-fund prisma node \
 && rm -rf node_modules/typescript node_modules/@typescript node_modules/.bin \
 && find node_modules/@prisma/client/runtime -name 'query_compiler_*' ! -name '*postgresql*' -delete \
 && npm cache clean --force \
 && mkdir /data && chown node:node /data
COPY prisma ./prisma
COPY --from=generated /app/prisma/generated ./prisma/generated
COPY src ./src
COPY commands ./commands
COPY jobs ./jobs
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
