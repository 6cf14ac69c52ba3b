<?php
// Answers what PHP has made of a request. Names and values are in hexadecimal, since they need not be UTF-8.

function entries(array $variables): array
{
    $entries = [];
    foreach ($variables as $name => $value) {
        $entries[] = [bin2hex((string) $name), is_array($value) ? null : bin2hex($value)];
    }
    return $entries;
}

header('Content-Type: application/json');
echo json_encode(['php' => PHP_VERSION, 'post' => entries($_POST), 'get' => entries($_GET)]);
