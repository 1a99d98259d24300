import { describe, expect, test } from 'vitest'
import { type Ended, runPool } from '../../src/batch/pool.ts'

const worker = new URL('./counting-worker.mjs', import.meta.url)

async function run(files: readonly string[], jobs = 2, isStopped: (ended: number) => boolean = () => false) {
  const ended: Ended[] = []
  const retried: string[] = []
  await runPool({
    worker,
    jobs,
    data: {},
    tasks: files.map((file, index) => ({ index, file })),
    onEnd: end => ended.push(end),
    onRetry: (task, why) => retried.push(`${task.file}: ${why}`),
    isStopped: () => isStopped(ended.length),
  })
  return { retried, ended, results: ended.map(end => ('result' in end ? end.result : `died: ${end.died}`)) }
}

describe('a pool of workers', () => {
  test('gives every result once, in the order of the list, however long each takes', async () => {
    const files = Array.from({ length: 200 }, (_, i) => `${i % 7 === 0 ? 'slow' : 'quick'}:${i}`)
    const { results } = await run(files, 3)
    expect(results).toEqual(files.map((_, i) => i * 2))
  })

  test('tries a task again when a worker dies over it, then gives it up, and does all the others', async () => {
    const { results, retried } = await run(['quick:1', 'die:', 'quick:2', 'throw:', 'quick:3'])
    expect(results).toEqual([2, 'died: it ended with code 7', 4, 'died: out of ideas', 6])
    expect(retried.sort()).toEqual(['die:: it ended with code 7', 'throw:: out of ideas'])
  })

  test('ends even when every task kills its worker', async () => {
    const { results } = await run(['die:', 'die:', 'die:'])
    expect(results).toEqual(Array(3).fill('died: it ended with code 7'))
  })

  test('gives a folder to the earliest task that wants it, though a later one asks first', async () => {
    for (let i = 0; i < 5; i++) {
      const { results } = await run(['slow:1', 'claim:a', 'quick:1', 'claim:a', 'claim:b', 'claim:a'], 3)
      expect(results).toEqual([2, 'mine', 2, 'claim:a', 'mine', 'claim:a'])
    }
  })

  test('begins nothing new once stopped, and ends what it had begun', async () => {
    const files = Array.from({ length: 100 }, (_, i) => `slow:${i}`)
    const { results } = await run(files, 2, ended => ended >= 4)
    expect(results.length).toBeGreaterThanOrEqual(4)
    expect(results.length).toBeLessThan(10)
    expect(results).toEqual(results.map((_, i) => i * 2))
  })

  test('fails at once when its workers cannot start', async () => {
    const tasks = [{ index: 0, file: 'quick:1' }]
    const none = () => undefined
    await expect(
      runPool({
        worker,
        jobs: 1,
        data: { neverStarts: true },
        tasks,
        onEnd: none,
        onRetry: none,
        isStopped: () => false,
      }),
    ).rejects.toThrow('A worker could not start: no such library')
  })

  test('has nothing to do for an empty list', async () => {
    expect((await run([])).results).toEqual([])
  })
})
