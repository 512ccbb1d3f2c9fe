package org.kiungo.web.account;

import java.util.Random;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.ApiTest;
import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostGIS, where a fault also leaves a transaction that takes nothing more. */
@AccountsTest
@OnPostGis
@ContextConfiguration(
    initializers = {
      ApiTest.EmptyDataFolder.class,
      Provider.FreePort.class,
      OnPostGis.SchemaOfItsOwn.class
    })
class SaveFaultPostGisTest extends SaveFaultTest implements PostGisCheck {

  /** Steps passed over at most, where not all are taken. */
  private static final int MOST = 5;

  private final Random lots = SeededSample.random("steps of saves on PostGIS");

  @Override
  int next(int step) {
    return SeededSample.takesAll() ? step + 1 : step + 1 + lots.nextInt(MOST);
  }
}
