#!/usr/bin/env node
// Keeps what the packer hands to makensis, and makes nothing.
import { readFileSync, writeFileSync } from 'node:fs'

const heard = { words: process.argv.slice(2), script: readFileSync(0, 'utf8') }
writeFileSync(process.env.JIHENG_NSIS_HEARD, JSON.stringify(heard))
console.error('stand-in: nothing compiled')
process.exit(1)
