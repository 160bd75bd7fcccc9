#!/usr/bin/env node
// Before anything is loaded: in production GraphQL leaves out checks that are for those who develop with it.
process.env.NODE_ENV ??= 'production';
await import('./run.ts');
