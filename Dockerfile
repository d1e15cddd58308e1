# Debian with Node and what `npm pack` and `npm ci --omit=dev` give: nothing is built or downloaded when it starts.
ARG NODE_VERSION=24
FROM node:${NODE_VERSION}-bookworm-slim AS package
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm pack --ignore-scripts=false --pack-destination /

FROM node:${NODE_VERSION}-bookworm-slim AS install
WORKDIR /app
COPY --from=package /communaux-*.tgz /
RUN tar --extract --file /communaux-*.tgz --strip-components 1
COPY package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:${NODE_VERSION}-bookworm-slim
LABEL org.opencontainers.image.licenses="EUPL-1.2"
WORKDIR /app
COPY --from=install /app .
RUN mkdir /var/lib/communaux && chown node:node /var/lib/communaux
ENV NODE_ENV=production COMMUNAUX_HOST=0.0.0.0 COMMUNAUX_PORT=3000 COMMUNAUX_DATA_DIR=/var/lib/communaux
# It owns nothing but the folder of the column file.
USER node
VOLUME /var/lib/communaux
EXPOSE 3000
# Ready once the register can be read; a start without a column file takes some seconds.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.COMMUNAUX_PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The supervisor is told to stop by SIGTERM, and ends with 0.
CMD ["node", "dist/cli.js", "serve"]
