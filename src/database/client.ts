// The two ways in which code sees the database: a whole client, or one transaction of it.
import { type Prisma, PrismaClient } from "#prisma/generated/client.ts";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;
/** What a store function takes: it reads and writes alike inside and outside a transaction. */
export type Store = Db | Tx;

/** A transaction waits its turn on the embedded database, where only one runs at a time. */
export const transactionOptions = { maxWait: 30_000, timeout: 60_000 };

/** One snapshot of everything, for as long as it takes to read it. */
export const snapshotOptions = {
  isolationLevel: "RepeatableRead",
  maxWait: 120_000,
  timeout: 6 * 3_600_000,
} as const;

type Adapter = NonNullable<ConstructorParameters<typeof PrismaClient>[0]["adapter"]>;

export const makeClient = (adapter: Adapter): Db =>
  new PrismaClient({ adapter, transactionOptions });
