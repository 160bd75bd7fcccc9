import { defineConfig } from 'prisma/config';

// The native schema engine would be downloaded on first use; generating needs none, so any existing file will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
