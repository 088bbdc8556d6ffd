package nl.bovenstrooms.simulator.story;

import nl.bovenstrooms.simulator.scene.LoadKind;

/** Branches of trade, for the names of companies. */
enum LoadTrade {
    FOOD("Alimentos", "Foods"),
    WOOD("Madeiras", "Houthandel"),
    METAL("Metais", "Metaal"),
    STONE("Minerais", "Natuursteen"),
    TEXTILE("Texteis", "Textiel"),
    GENERAL("Comercio Exterior", "Trading");

    private final String word;
    private final String dutchWord;

    LoadTrade(String word, String dutchWord) {
        this.word = word;
        this.dutchWord = dutchWord;
    }

    String word() {
        return word;
    }

    String dutchWord() {
        return dutchWord;
    }

    static LoadTrade of(LoadKind kind) {
        return switch (kind.hs().chapter()) {
            case "02", "03", "08", "09", "12", "17", "18", "20", "22" -> FOOD;
            case "44", "47", "48", "94" -> WOOD;
            case "72", "74", "76", "84", "87" -> METAL;
            case "25", "28", "68", "69" -> STONE;
            case "41", "52", "61" -> TEXTILE;
            default -> GENERAL;
        };
    }
}
