// Serves a folder, says its address, and does nothing else: the least that a page from this machine needs.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const folder = process.argv[2] ?? '.'
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
  try {
    const body = readFileSync(join(folder, path === '/' ? 'blank-page.html' : path))
    const type = extname(path) === '.js' ? 'text/javascript' : 'text/html; charset=utf-8'
    response.writeHead(200, { 'content-type': type }).end(body)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    response.writeHead(404).end()
  }
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
