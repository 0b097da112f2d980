const ROOM = 256 * 1024;

/** Long texts as bytes: as strings they would be garbage's room to grow in, which takes the same again and more. */
export class Texts {
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #rooms: Uint8Array[] = [];
  readonly #room: number[] = [];
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  #used = ROOM;

  /** Its place. What is put is never let go. */
  put(text: string): number {
    const bytes = this.#encoder.encode(text);
    if (this.#used + bytes.length > ROOM) {
      this.#rooms.push(new Uint8Array(Math.max(ROOM, bytes.length)));
      this.#used = 0;
    }
    const room = this.#rooms.length - 1;
    this.#rooms[room]?.set(bytes, this.#used);
    this.#room.push(room);
    this.#start.push(this.#used);
    this.#used += bytes.length;
    return this.#end.push(this.#used) - 1;
  }

  at(place: number): string {
    const bytes = this.#rooms[this.#room[place] ?? 0];
    return this.#decoder.decode(bytes?.subarray(this.#start[place], this.#end[place]));
  }
}
