package nl.bovenstrooms.simulator.sheet;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.Exposure;
import nl.bovenstrooms.simulator.scanner.Framing;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.HidingPlace;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Vehicle;
import nl.bovenstrooms.simulator.wire.Curve;
import nl.bovenstrooms.simulator.wire.EightBits;
import nl.bovenstrooms.simulator.wire.Palette;
import nl.bovenstrooms.simulator.wire.PictureFile;

/** All goods, all boxes, all hiding places with and without outline, both ways over the wire. */
public final class Sheet {

    private static final int COLUMNS = 6;
    private static final int CELL_WIDTH = 330;
    private static final int CELL_HEIGHT = 150;
    private static final int CAPTION = 16;
    private static final int ROWS = 400;
    private static final int BASE_CASE_BYTES = 400_000;

    private final Chance chance;
    private final List<Cell> cells = new ArrayList<>();

    private Sheet(long seed) {
        chance = new Chance(seed).of("sheet");
    }

    /** @return a JPEG */
    public static byte[] jpeg(long seed, double quality) {
        var sheet = new Sheet(seed);
        sheet.goods();
        sheet.boxes();
        sheet.hidingPlaces();
        sheet.wire();
        return written(sheet.drawn(), quality);
    }

    private void goods() {
        for (var kind : LoadKind.values()) {
            var own = chance.of("goods " + kind);
            var boxes = kind.boxes().stream().sorted(Comparator.naturalOrder()).toList();
            var box = own.oneOf(boxes);
            var container = Container.of(box, kind, own.of("lot"), own.of("own"));
            var exposure = exposure(List.of(container), own);
            cells.add(new Cell(kind + " " + box.sizeType().code(), grey(exposure, own), Palette.GREY, null));
        }
    }

    private void boxes() {
        for (var box : BoxType.values()) {
            var own = chance.of("box " + box);
            var kinds = LoadKind.in(box);
            var kind = own.in(0.5) ? LoadKind.EMPTY : own.oneOf(kinds);
            var container = Container.of(box, kind, own.of("lot"), own.of("own"));
            var exposure = exposure(List.of(container), own);
            cells.add(new Cell(box + " " + kind, grey(exposure, own), Palette.GREY, null));
        }
        for (var number = 0; number < 3; number++) {
            var own = chance.of("two").of(number);
            var kinds = LoadKind.in(BoxType.DRY_20);
            var containers = List.of(
                    Container.of(BoxType.DRY_20, own.oneOf(kinds), own.of("lot 1"), own.of("own 1")),
                    Container.of(BoxType.DRY_20, own.oneOf(kinds), own.of("lot 2"), own.of("own 2")));
            cells.add(new Cell("two boxes of 20 feet", grey(exposure(containers, own), own), Palette.GREY, null));
        }
    }

    /** Each one twice, so that the eye can try before it is told. */
    private void hidingPlaces() {
        for (var place : HidingPlace.values()) {
            var own = chance.of("place " + place);
            for (var attempt = 0; attempt < 40; attempt++) {
                var here = own.of(attempt);
                var box = here.oneOf(List.of(BoxType.values()));
                var container = Container.of(box, here.oneOf(LoadKind.in(box)), here.of("lot"), here.of("own"))
                        .withThreat(place, here.of("threat"));
                if (container.hidden().isEmpty()) {
                    continue;
                }
                var exposure = exposure(List.of(container), here);
                var grey = grey(exposure, here);
                var caption = "%s %s".formatted(place, container.load().kind());
                cells.add(new Cell(caption, grey, Palette.GREY, null));
                cells.add(new Cell(
                        "%s %.0f kg"
                                .formatted(
                                        container.hidden().orElseThrow().kind(),
                                        container.hidden().orElseThrow().kilograms()),
                        grey,
                        Palette.GREY,
                        exposure.mask()));
                break;
            }
        }
    }

    private void wire() {
        for (var number = 0; number < 6; number++) {
            var own = chance.of("wire").of(number);
            var box = own.oneOf(List.of(BoxType.DRY_40, BoxType.REEFER_40, BoxType.DRY_20));
            var container = Container.of(box, own.oneOf(LoadKind.in(box)), own.of("lot"), own.of("own"));
            var exposure = exposure(List.of(container), own);
            var curve = Curve.usual(own.of("curve"));
            if (number < 4) {
                var palette = List.of(Palette.values()).get(number);
                var file = PictureFile.jpegWithin(EightBits.of(exposure, curve), palette, 0.85, BASE_CASE_BYTES);
                cells.add(new Cell(
                        "8-bit JPEG %s %d kB".formatted(palette, file.length / 1000),
                        EightBits.of(exposure, curve),
                        palette,
                        null));
                continue;
            }
            var high = PictureFile.png(exposure.principal()).length;
            cells.add(new Cell(
                    "16-bit PNG %d kB".formatted(high / 1000), EightBits.of(exposure, curve), Palette.GREY, null));
        }
    }

    private static Exposure exposure(List<Container> containers, Chance own) {
        var scanner = ScannerModel.of(own.of("family").oneOf(List.of(ScannerFamily.values())), own.of("scanner"));
        var vehicle = scanner.family() == ScannerFamily.RAIL_9
                ? Vehicle.WAGON
                : own.of("vehicle").in(0.9) ? Vehicle.CHASSIS : Vehicle.BARE;
        var scene = Scene.of(
                vehicle, containers, own.of("direction").in(0.5), own.of("side").in(0.5), own.of("scene"));
        var view = Framing.frame(scene, scanner, ROWS, false, own.of("frame"));
        return new Exposing(scanner).of(scene, view, own.of("exposure"));
    }

    private static Raster grey(Exposure exposure, Chance own) {
        return EightBits.of(exposure, Curve.usual(own.of("curve")));
    }

    private BufferedImage drawn() {
        var rows = (cells.size() + COLUMNS - 1) / COLUMNS;
        var image = new BufferedImage(COLUMNS * CELL_WIDTH, rows * (CELL_HEIGHT + CAPTION), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        for (var index = 0; index < cells.size(); index++) {
            draw(graphics, cells.get(index), index % COLUMNS * CELL_WIDTH, index / COLUMNS * (CELL_HEIGHT + CAPTION));
        }
        graphics.dispose();
        return image;
    }

    private static void draw(Graphics2D graphics, Cell cell, int x, int y) {
        var picture = picture(cell);
        var scale = Math.min((CELL_WIDTH - 6.0) / picture.getWidth(), (CELL_HEIGHT - 4.0) / picture.getHeight());
        var width = (int) (picture.getWidth() * scale);
        var height = (int) (picture.getHeight() * scale);
        graphics.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), x, y, null);
        graphics.setColor(Color.DARK_GRAY);
        graphics.drawString(cell.caption(), x + 2, y + CELL_HEIGHT + CAPTION - 6);
    }

    private static BufferedImage picture(Cell cell) {
        var grey = cell.grey();
        var image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_INT_RGB);
        for (var row = 0; row < grey.height(); row++) {
            for (var column = 0; column < grey.width(); column++) {
                var isEdge = cell.outlined() != null && isEdge(cell.outlined(), grey, column, row);
                image.setRGB(column, row, isEdge ? 0xE02020 : cell.palette().colour(grey.at(column, row)));
            }
        }
        return image;
    }

    /** Within two pixels of the border, so that it is still there when the picture is reduced. */
    private static boolean isEdge(byte[] mask, Raster grey, int column, int row) {
        if (mask[row * grey.width() + column] != 0) {
            return false;
        }
        for (var y = Math.max(0, row - 2); y <= Math.min(grey.height() - 1, row + 2); y++) {
            for (var x = Math.max(0, column - 2); x <= Math.min(grey.width() - 1, column + 2); x++) {
                if (mask[y * grey.width() + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] written(BufferedImage image, double quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality((float) quality);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
