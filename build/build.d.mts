export function ensureBuilt(): boolean
