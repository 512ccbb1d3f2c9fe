package org.kiungo.web.worker;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What chores may take of this machine, by what they are about. */
@Component
public class Budgets {

  private static final long MEBIBYTE = 1L << 20;

  /** Classes, catalogue and reference data. */
  private static final long BASE_BYTES = 96 * MEBIBYTE;

  /** Places with their options, links and what the search remembers of them. */
  private static final long BYTES_PER_PLACE = 20_000;

  /** A heap that is just large enough takes several times as long as one of twice the size. */
  private static final int SPACIOUS = 4;

  private static final long LEAST_MEBIBYTES = 1024;

  private final WorkerMemory memory;
  private final long importMebibytes;
  private final Duration importCpu;
  private final Duration look;
  private final Duration cpu;
  private final long diskBytes;

  /**
   * @param importMebibytes largest heap of what reads a file
   * @param importCpuMinutes longest time of processors of what reads a file
   * @param lookSeconds how long somebody waits to see what is in a file
   * @param cpuMinutes longest time of processors of whatever works on a plan
   * @param diskMebibytes largest sum of the files that each writes meanwhile
   */
  Budgets(
      WorkerMemory memory,
      @Value("${kiungo.worker.import.memory-mib}") long importMebibytes,
      @Value("${kiungo.worker.import.cpu-minutes}") long importCpuMinutes,
      @Value("${kiungo.worker.import.look-seconds}") long lookSeconds,
      @Value("${kiungo.worker.cpu-minutes}") long cpuMinutes,
      @Value("${kiungo.worker.import.disk-mib}") long diskMebibytes) {
    this.memory = memory;
    this.importMebibytes = importMebibytes;
    this.importCpu = Duration.ofMinutes(importCpuMinutes);
    this.look = Duration.ofSeconds(lookSeconds);
    this.cpu = Duration.ofMinutes(cpuMinutes);
    this.diskBytes = diskMebibytes * MEBIBYTE;
  }

  /** Of a file that is read in its turn, by nobody who waits. */
  public Budget file(String name) {
    return new Budget(
        "import", name, importMebibytes, importCpu, importCpu.multipliedBy(4), diskBytes);
  }

  /** Of a file that somebody waits to see. */
  public Budget look(String name) {
    return new Budget("import", name, importMebibytes, importCpu, look, diskBytes);
  }

  /** What a plan of so many places is estimated to need, bytes. */
  public static long estimatedBytes(long places) {
    return BASE_BYTES + places * BYTES_PER_PLACE;
  }

  /**
   * Of what works on a plan or makes one: four times what it is estimated to need, within what
   * there is.
   *
   * @param kind run, for plans, or work
   */
  public Budget plan(String kind, String id, long places) {
    long spacious = Math.max(LEAST_MEBIBYTES, SPACIOUS * estimatedBytes(places) / MEBIBYTE);
    long heap = Math.min(spacious, memory.mebibytes());
    return new Budget(kind, id, heap, cpu, cpu.multipliedBy(4), diskBytes);
  }
}
