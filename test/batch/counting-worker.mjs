// A worker for tests of the pool: doubles the number in the task's name, claims a folder where it is told to, or dies.
import { parentPort, workerData } from 'node:worker_threads'

if (workerData.neverStarts) throw new Error('no such library')
let task
const done = result => parentPort.postMessage({ say: 'done', index: task.index, result })
parentPort.on('message', message => {
  if (message.say === 'claimed') return done(message.by ?? 'mine')
  task = message.task
  const [what, value] = task.file.split(':')
  if (what === 'die') process.exit(7)
  if (what === 'throw') throw new Error('out of ideas')
  if (what === 'claim') return parentPort.postMessage({ say: 'claim', index: task.index, folder: value })
  setTimeout(() => done(Number(value) * 2), what === 'slow' ? 60 : 0)
})
parentPort.postMessage({ say: 'ready' })
