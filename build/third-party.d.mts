import type { Plugin } from 'vite'

export type ThirdParty = { name: string; version: string; license: string; text: string }
export function thirdParty(target?: string): Plugin
