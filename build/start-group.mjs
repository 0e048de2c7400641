// What every start of the window needs, as two files of the build: asking for a hundred small ones takes longer.

/**
 * Names the file of a module that is reached from the entries without anything that is asked for later: `own` ones and
 * `foreign` ones each have a file, which changes as rarely as they do. Null for all other modules.
 */
export function startGroup(entries, whose) {
  let known = null
  return (id, context) => {
    known ??= reachedFrom(entries, context)
    if (!known.has(id) || id.includes('node_modules') !== (whose === 'foreign')) return null
    return whose === 'foreign' ? 'start-base' : 'start'
  }
}

function reachedFrom(entries, context) {
  const reached = new Set()
  const open = [...entries]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    const module = context.getModuleInfo(id)
    if (module === null) throw new Error(`no module ${id} in the build`)
    reached.add(id)
    open.push(...module.importedIds)
  }
  return reached
}
