/** The document the page is built into. Everything it loads stands beside it, under the same token. */
export const shell = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Tabellion</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="page.css">
</head>
<body>
<div id="root"></div>
<script src="page.js"></script>
</body>
</html>
`
