import type { DBCore, DBCoreGetManyRequest, DBCoreTable, Middleware } from 'dexie'

/** So many records are asked for at a time: to ask for thousands in one go stops the window for as long as asking takes. */
const askedAtOnce = 200

/** Has records that are read by their ids asked for in slices, one after the other, whoever reads them. */
export const inSlices: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'in-slices',
  create: (core) => ({
    ...core,
    table(name) {
      const table = core.table(name)
      return { ...table, getMany: (request) => sliced(table, request) }
    },
  }),
}

/** By `then` and not by `await`: the transaction of the database goes on only within the database's own promises. */
function sliced(table: DBCoreTable, request: DBCoreGetManyRequest): ReturnType<DBCoreTable['getMany']> {
  const { keys } = request
  if (keys.length <= askedAtOnce) return table.getMany(request)
  const found = table.getMany({ ...request, keys: keys.slice(0, askedAtOnce) })
  return found.then((first) =>
    sliced(table, { ...request, keys: keys.slice(askedAtOnce) }).then((rest) => first.concat(rest)),
  )
}
