import { runPackageTool } from './package-tool.ts'

process.exitCode = await runPackageTool(process.argv.slice(2))
