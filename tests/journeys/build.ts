import { ensureBuilt } from '../../build/build.mjs'

/** Playwright's global setup: the journeys run on the production build of these sources. */
function build(): void {
  if (!ensureBuilt()) throw new Error('the build failed, see above')
}

// Playwright loads its global setup by the default export.
export default build
