/** What the compiled kernel exports (see kernel/index.ts). */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  embed(
    table: number,
    scales: number,
    rows: number,
    ends: number,
    count: number,
    gamma: number,
    beta: number,
    out: number,
  ): void;
  layer(
    x: number,
    count: number,
    taps: number,
    tapCount: number,
    dilation: number,
    tapBias: number,
    mix: number,
    mixBias: number,
    gamma: number,
    beta: number,
    spare: number,
  ): void;
  multiply(
    a: number,
    count: number,
    depth: number,
    b: number,
    bias: number,
    columns: number,
    out: number,
  ): void;
  add(at: number, others: number, bytes: number): void;
  addRectified(at: number, others: number, bytes: number): void;
  accumulate(x: number, count: number, sums: number): void;
  average(sums: number, from: number, to: number, out: number): void;
  addEach(at: number, count: number, list: number): void;
  join(z: number, count: number, parts: number, list: number, width: number): void;
  attend(
    queries: number,
    number: number,
    keys: number,
    values: number,
    count: number,
    marks: number,
    markCount: number,
    nearness: number,
    farthest: number,
    spare: number,
    out: number,
  ): void;
  dot(a: number, b: number, start: number): number;
}

export function loadKernel(bytes: Uint8Array<ArrayBuffer>): Kernel {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports as unknown as Kernel;
}

const PAGE = 65_536;
const ALIGNMENT = 16;
/** The first bytes are the kernel's own. */
const BASE = 4096;

/** Memory that the kernel works in: weights that stay, and behind them room that is taken anew for each sentence. */
export class KernelMemory {
  readonly #memory: WebAssembly.Memory;
  #used = BASE;
  #kept = BASE;
  #floats: Float32Array;
  #integers: Int32Array;

  constructor({ memory }: Kernel) {
    this.#memory = memory;
    this.#floats = new Float32Array(memory.buffer);
    this.#integers = new Int32Array(memory.buffer);
  }

  /** The address of a copy that stays. */
  keep(values: Float32Array | Int8Array | Uint8Array): number {
    const address = this.take(values.byteLength);
    new Uint8Array(this.#memory.buffer).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
      address,
    );
    this.#kept = this.#used;
    return address;
  }

  /** The address of room for so many bytes, until {@link clear}. What it holds is undefined. */
  take(bytes: number): number {
    const address = this.#used;
    this.#used = Math.ceil((address + bytes) / ALIGNMENT) * ALIGNMENT;
    const missing = this.#used - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#floats = new Float32Array(this.#memory.buffer);
      this.#integers = new Int32Array(this.#memory.buffer);
    }
    return address;
  }

  /** Gives back all that is not kept. */
  clear(): void {
    this.#used = this.#kept;
  }

  /** The whole memory as floats: index by a quarter of the address. Valid until the next {@link take}. */
  get floats(): Float32Array {
    return this.#floats;
  }

  get integers(): Int32Array {
    return this.#integers;
  }
}
