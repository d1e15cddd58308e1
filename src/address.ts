/** An address to listen on. Port 0 is any free one. */
export interface Address {
  readonly port: number;
  readonly host: string;
}
