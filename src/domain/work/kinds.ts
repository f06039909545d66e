import type { WorkKind } from './kind.ts'
export const kindsOfWork: readonly WorkKind[] = []
