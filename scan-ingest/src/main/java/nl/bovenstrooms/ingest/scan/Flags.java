package nl.bovenstrooms.ingest.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.bovenstrooms.contracts.container.CheckDigit;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.goods.HsCode;
import nl.bovenstrooms.contracts.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/** What is odd about a manifest and accepted all the same: the source sees it in its receipt, scoring and analysts use it. */
final class Flags {

    private Flags() {}

    /** In alphabetical order, each once. */
    static List<String> of(Manifest manifest) {
        var flags = new TreeSet<String>();
        Declared.numbers(manifest).forEach(number -> {
            var checkDigit = ContainerNumber.of(number).checkDigit();
            if (checkDigit == CheckDigit.WRONG) {
                flags.add("CHECK_DIGIT_WRONG");
            }
            if (checkDigit == CheckDigit.UNREADABLE) {
                flags.add("NUMBER_UNREADABLE");
            }
        });
        if (manifest.equipment().isEmpty()) {
            flags.add("NO_CONTAINER_DECLARED");
        }
        if (manifest.contingency()) {
            flags.add("CONTINGENCY");
        }
        var transport = manifest.transport();
        if (transport == null || transport.loadingCutOff() == null) {
            flags.add("CUT_OFF_MISSING");
        }
        if (transport == null || transport.eta() == null) {
            flags.add("ETA_MISSING");
        }
        if (manifest.consignments().isEmpty()) {
            flags.add("NO_CONSIGNMENT");
        }
        var unreadableGoods = manifest.consignments().stream()
                .flatMap(consignment -> consignment.items().stream())
                .anyMatch(item -> !readable(item.hs()));
        if (unreadableGoods) {
            flags.add("HS_UNREADABLE");
        }
        return new ArrayList<>(flags);
    }

    private static boolean readable(@Nullable String hs) {
        if (hs == null) {
            return false;
        }
        try {
            return !HsCode.of(hs).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
