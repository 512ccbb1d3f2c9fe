package org.kiungo.web.dataset;

import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;

/** The same on PostGIS. */
@OnPostGis
class ParallelImportPostGisTest extends ParallelImportTest implements PostGisCheck {}
