/** What explain says of the shortest example is sound and complete. The longer ones are for the slow tests. */
import { explainsRightly } from './explains-rightly.ts'

explainsRightly(['flood-forum'])
