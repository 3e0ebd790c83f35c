package dev.makerai.benchmarks;

import dev.makerai.MakerAi;

/** The README's first call. */
final class HelloMakerAi {
    private HelloMakerAi() {}

    /**
     * @param args the base URL
     */
    public static void main(String[] args) {
        MakerAi ai = MakerAi.builder().baseUrl(args[0]).apiKey("key").build();
        System.out.println(ai.ask("Say hello").contains("Hello, maker."));
    }
}
