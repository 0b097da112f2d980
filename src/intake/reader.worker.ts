import { ReaderDesk } from './reader-desk';
import type { FromReader, Port, ToReader } from './reader-messages';
import { live } from './worker-life';

const port = self as unknown as Port<FromReader, ToReader>;
const desk = new ReaderDesk(port);
live(() => desk.sayAlive());
