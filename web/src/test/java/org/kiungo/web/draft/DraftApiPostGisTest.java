package org.kiungo.web.draft;

import org.kiungo.web.OnPostGis;

/** The same on PostGIS. */
@OnPostGis
class DraftApiPostGisTest extends DraftApiTest {}
