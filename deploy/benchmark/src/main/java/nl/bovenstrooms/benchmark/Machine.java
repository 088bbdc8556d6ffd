package nl.bovenstrooms.benchmark;

import java.lang.management.ManagementFactory;

/**
 * Where it was measured.
 *
 * @param memoryBytes of the whole machine; 0 where it is not known
 * @param loadBefore processes that wanted a core in the minute before the start; negative where it is not known
 */
record Machine(int cores, String processor, long memoryBytes, String system, String jdk, double loadBefore) {

    static Machine thisOne() {
        var bean = ManagementFactory.getOperatingSystemMXBean();
        var memory = bean instanceof com.sun.management.OperatingSystemMXBean more ? more.getTotalMemorySize() : 0;
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Linux.processor(),
                memory,
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                bean.getSystemLoadAverage());
    }
}
