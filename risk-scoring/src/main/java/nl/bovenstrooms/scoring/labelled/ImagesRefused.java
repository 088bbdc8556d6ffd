package nl.bovenstrooms.scoring.labelled;

import java.util.List;

/** A folder of labelled images can't be used. Names every file that is wrong, so that they are mended in one go. */
public final class ImagesRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int MOST_TOLD = 20;

    ImagesRefused(List<String> problems) {
        super(text(problems));
    }

    private static String text(List<String> problems) {
        var told = String.join(System.lineSeparator(), problems.subList(0, Math.min(MOST_TOLD, problems.size())));
        return problems.size() <= MOST_TOLD
                ? told
                : told + System.lineSeparator() + "and %d more".formatted(problems.size() - MOST_TOLD);
    }
}
