declare module 'parse-prometheus-text-format' {
  interface Family {
    readonly name: string;
    readonly type: 'COUNTER' | 'GAUGE' | 'HISTOGRAM' | 'SUMMARY' | 'UNTYPED';
    readonly metrics: readonly {
      readonly value?: string;
      readonly labels?: Readonly<Record<string, string>>;
    }[];
  }
  /** Reads the text that Prometheus reads. */
  // biome-ignore lint/style/noDefaultExport: so the package is
  export default function parsePrometheusTextFormat(text: string): Family[];
}
