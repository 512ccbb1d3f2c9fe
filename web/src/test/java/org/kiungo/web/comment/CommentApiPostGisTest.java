package org.kiungo.web.comment;

import org.kiungo.web.OnPostGis;

/** The same on PostGIS. */
@OnPostGis
class CommentApiPostGisTest extends CommentApiTest {}
