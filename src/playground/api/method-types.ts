import type { ApiMethods, Opts } from "@grammyjs/types";

/** A file as it came in a multipart body. */
export type Upload = { name: string; type: string | undefined; data: Buffer };

export type MethodName = keyof ApiMethods<Upload>;

export type MethodArgs<M extends MethodName> = Opts<Upload>[M];

export type MethodResult<M extends MethodName> = ReturnType<ApiMethods<Upload>[M]>;
