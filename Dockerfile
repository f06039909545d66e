# The bot alone; PostgreSQL and Redis are given by DATABASE_URL and REDIS_URL (see config/compose.yaml).
FROM node:22-bookworm-slim
ENV NODE_ENV=production TZ=UTC
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN mkdir -p /data && chown node:node /data
USER node
ENV RAPPORTEUR_DATA=/data
VOLUME /data
EXPOSE 3000
CMD ["node", "--import", "tsx", "src/main.ts"]
